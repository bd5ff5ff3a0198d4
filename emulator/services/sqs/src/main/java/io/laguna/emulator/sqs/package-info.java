/** Amazon SQS: queues of messages, standard and FIFO, in Laguna's state. */
package io.laguna.emulator.sqs;
