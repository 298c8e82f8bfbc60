/** Record, engine, signature and trail together, on both databases. */
package io.kizuna.record;
