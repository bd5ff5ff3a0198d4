/** Access logs: a line for each request, by a format of the API's owner. */
package io.laguna.emulator.apigateway.log;
