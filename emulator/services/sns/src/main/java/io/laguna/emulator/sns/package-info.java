/** Amazon SNS: topics and their subscribers, in Laguna's state. */
package io.laguna.emulator.sns;
