/** The environments in which functions run: which there are, and what they write into their logs. */
package io.laguna.emulator.lambda.environment;
