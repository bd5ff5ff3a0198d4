/** Functions: how they are made, changed, read and deleted, and who may call them. */
package io.laguna.emulator.lambda.function;
