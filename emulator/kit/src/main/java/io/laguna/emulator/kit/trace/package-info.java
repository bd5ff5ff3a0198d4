/** The traces of requests: what comes of what. */
package io.laguna.emulator.kit.trace;
