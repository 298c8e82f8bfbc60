package io.kizuna.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Counts what this thread asks the database: an answer may cost more time, not more questions. */
class CountedStatements {

  private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

  /** Something that asks the database. */
  interface Call {
    void run() throws Exception;
  }

  /** How many statements {@code call} executes. */
  static int during(Call call) throws Exception {
    int before = COUNT.get()[0];
    call.run();
    return COUNT.get()[0] - before;
  }

  @Bean
  static BeanPostProcessor countingDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(DataSource.class, source) : bean;
      }
    };
  }

  private static <T> T counted(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (p, m, args) -> invoke(target, m, args)));
  }

  private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
    if (target instanceof Statement && method.getName().startsWith("execute")) COUNT.get()[0]++;
    try {
      Object result = method.invoke(target, args);
      if (method.getName().equals("unwrap")) return result;
      if (result instanceof Connection || result instanceof Statement) {
        return counted(method.getReturnType().asSubclass(Object.class), result);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
