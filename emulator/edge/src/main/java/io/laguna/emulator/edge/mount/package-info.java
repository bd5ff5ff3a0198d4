/** The places at the edge: what can be mounted there, and the exchange by which it answers a request. */
package io.laguna.emulator.edge.mount;
