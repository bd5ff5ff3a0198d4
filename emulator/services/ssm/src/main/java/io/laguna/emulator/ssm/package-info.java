/** The Parameter Store of AWS Systems Manager: parameters by names and paths. */
package io.laguna.emulator.ssm;
