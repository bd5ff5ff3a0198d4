/** The way of calls that another emulator answers. */
package io.laguna.emulator.edge.forward;
