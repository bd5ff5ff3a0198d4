/** Amazon API Gateway: HTTP APIs, REST APIs, and the way of their clients' requests. */
package io.laguna.emulator.apigateway;
