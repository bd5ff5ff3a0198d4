/** Layers, which functions share. */
package io.laguna.emulator.lambda.layer;
