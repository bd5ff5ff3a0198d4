/** AWS Secrets Manager: secrets with versions and stages, sealed in the state. */
package io.laguna.emulator.secretsmanager;
