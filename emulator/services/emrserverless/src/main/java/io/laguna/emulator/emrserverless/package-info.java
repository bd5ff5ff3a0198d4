/** Amazon EMR Serverless on this machine: applications whose job runs are real Spark drivers. */
package io.laguna.emulator.emrserverless;
