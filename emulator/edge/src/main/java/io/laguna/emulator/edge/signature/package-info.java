/** The proof of who sends a request: keys, signatures of both versions, and what is refused. */
package io.laguna.emulator.edge.signature;
