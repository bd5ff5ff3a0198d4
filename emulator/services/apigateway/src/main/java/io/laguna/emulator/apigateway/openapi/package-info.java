/** Documents of OpenAPI that describe APIs: what is read of them, and how they are written. */
package io.laguna.emulator.apigateway.openapi;
