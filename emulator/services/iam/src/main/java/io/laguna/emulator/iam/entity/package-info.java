/** Users, groups, roles, policies and instance profiles in the state. */
package io.laguna.emulator.iam.entity;
