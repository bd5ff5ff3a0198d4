/** The services that the SDK describes, the calls of them, and the errors that are none of their own. */
package io.laguna.emulator.edge.service;
