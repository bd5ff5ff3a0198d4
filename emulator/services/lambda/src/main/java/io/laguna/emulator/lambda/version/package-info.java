/** Versions and aliases of functions. */
package io.laguna.emulator.lambda.version;
