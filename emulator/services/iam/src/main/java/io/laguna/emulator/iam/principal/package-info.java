/** The operations on users, groups, roles and instance profiles. */
package io.laguna.emulator.iam.principal;
