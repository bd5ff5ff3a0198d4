/** The targets of integrations: functions and other servers. */
package io.laguna.emulator.apigateway.backend;
