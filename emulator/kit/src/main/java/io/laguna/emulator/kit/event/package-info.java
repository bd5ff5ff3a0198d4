/** Events of services, in the form of EventBridge: written with the change that they tell of, delivered at least once. */
package io.laguna.emulator.kit.event;
