/** HTTP APIs: the operations of the SDK's ApiGatewayV2Client. */
package io.laguna.emulator.apigateway.http;
