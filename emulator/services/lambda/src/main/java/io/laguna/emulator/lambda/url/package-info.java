/** The URLs of functions, and the way from requests to them to invocations. */
package io.laguna.emulator.lambda.url;
