/** Invocations, at once or later, and what comes of them. */
package io.laguna.emulator.lambda.invoke;
