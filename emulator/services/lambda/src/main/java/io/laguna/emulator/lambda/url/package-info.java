/** The URLs of functions: which there are, and how requests to them become invocations. */
package io.laguna.emulator.lambda.url;
