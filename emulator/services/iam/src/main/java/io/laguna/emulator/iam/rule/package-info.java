/** Rules that hold for every operation of IAM: the forms of members, pages, failures. */
package io.laguna.emulator.iam.rule;
