/** The real engines: how each one is started as a child process, gets ready, tells its address and stops. */
package io.laguna.engines;
