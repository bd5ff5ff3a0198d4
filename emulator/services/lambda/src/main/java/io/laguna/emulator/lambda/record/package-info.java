/** What the state holds of functions, versions, aliases and layers. */
package io.laguna.emulator.lambda.record;
