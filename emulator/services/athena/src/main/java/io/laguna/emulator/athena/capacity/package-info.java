/** Capacity reservations and the workgroups that they are assigned to. */
package io.laguna.emulator.athena.capacity;
