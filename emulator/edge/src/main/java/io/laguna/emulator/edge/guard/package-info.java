/** The guard of the endpoint: what keeps web pages out of it. */
package io.laguna.emulator.edge.guard;
