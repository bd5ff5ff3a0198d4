/** The operations on access keys and logins, and the keys as the endpoint asks for them. */
package io.laguna.emulator.iam.key;
