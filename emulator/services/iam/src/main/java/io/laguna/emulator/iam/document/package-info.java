/** The documents of policies: their grammar, and how they are told. */
package io.laguna.emulator.iam.document;
