/** AWS Identity and Access Management. */
package io.laguna.emulator.iam;
