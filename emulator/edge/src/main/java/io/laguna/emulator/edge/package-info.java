/** The edge: one HTTP port for every service. Who calls, with what right, which service, and how it went. */
package io.laguna.emulator.edge;
