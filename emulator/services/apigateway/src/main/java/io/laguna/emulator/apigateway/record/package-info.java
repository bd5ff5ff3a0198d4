/** APIs and their parts as the state keeps them. */
package io.laguna.emulator.apigateway.record;
