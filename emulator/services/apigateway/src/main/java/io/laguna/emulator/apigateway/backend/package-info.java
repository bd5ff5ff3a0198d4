/** What integrations lead to: functions and other servers. */
package io.laguna.emulator.apigateway.backend;
