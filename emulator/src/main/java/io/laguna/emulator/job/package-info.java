/** What EMR and EMR Serverless have in common: configurations and logs. */
package io.laguna.emulator.job;
