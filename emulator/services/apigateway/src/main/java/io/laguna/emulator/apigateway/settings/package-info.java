/** The settings of API Gateway. */
package io.laguna.emulator.apigateway.settings;
