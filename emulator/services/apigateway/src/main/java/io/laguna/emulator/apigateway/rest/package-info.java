/** REST APIs: the operations of the SDK's ApiGatewayClient. */
package io.laguna.emulator.apigateway.rest;
