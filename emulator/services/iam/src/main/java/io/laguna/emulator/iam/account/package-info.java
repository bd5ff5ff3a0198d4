/** The operations on an account as a whole, and on its identity providers. */
package io.laguna.emulator.iam.account;
