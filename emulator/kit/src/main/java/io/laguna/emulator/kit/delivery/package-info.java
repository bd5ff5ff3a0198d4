/** Deliveries that services have promised: kept in the state until they have arrived, at least once. */
package io.laguna.emulator.kit.delivery;
