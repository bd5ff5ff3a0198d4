/** A request as it arrives: its host, parameters and body, and who it claims to be from. Nothing of that is proven. */
package io.laguna.emulator.edge.request;
