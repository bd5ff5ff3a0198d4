/** What every request of every service is held to: the declared constraints of its members, and pages of lists. */
package io.laguna.emulator.kit.request;
