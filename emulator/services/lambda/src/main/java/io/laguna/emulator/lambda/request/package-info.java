/** Parts that all rooms of Lambda need: names, constraints, failures. */
package io.laguna.emulator.lambda.request;
