/** Records of functions, versions, aliases and layers in the state. */
package io.laguna.emulator.lambda.record;
