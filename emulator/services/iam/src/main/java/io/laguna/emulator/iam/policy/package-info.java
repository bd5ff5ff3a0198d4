/** The operations on policies, and AWS's own policies. */
package io.laguna.emulator.iam.policy;
