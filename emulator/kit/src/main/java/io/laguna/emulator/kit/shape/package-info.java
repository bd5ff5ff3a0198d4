/** Any shape of the SDK: its JSON in the state, its fields by their own description. */
package io.laguna.emulator.kit.shape;
