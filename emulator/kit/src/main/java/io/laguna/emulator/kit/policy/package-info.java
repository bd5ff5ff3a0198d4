/** Policies of resources, as services read them before they call a resource in somebody's name. */
package io.laguna.emulator.kit.policy;
