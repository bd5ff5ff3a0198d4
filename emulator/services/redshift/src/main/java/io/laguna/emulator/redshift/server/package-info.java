/** The running clusters: their engines, their ports and who is let in. */
package io.laguna.emulator.redshift.server;
