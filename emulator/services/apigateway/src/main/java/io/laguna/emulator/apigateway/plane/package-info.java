/** The way of a client's request through an API: to a stage, a route, an integration, and back. */
package io.laguna.emulator.apigateway.plane;
