package io.kizuna.record;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements of one thread while asked to; otherwise it stands beside. */
final class StatementCount {

  private static final ThreadLocal<@Nullable Map<String, Integer>> COUNTS = new ThreadLocal<>();

  private StatementCount() {}

  /** Something that asks the database. */
  interface Work {
    void run() throws Exception;
  }

  /** How many statements {@code work} executes. */
  static int during(Work work) throws Exception {
    return of(work).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Statements, each with how often it was executed. */
  static Map<String, Integer> of(Work work) throws Exception {
    var counts = new TreeMap<String, Integer>();
    COUNTS.set(counts);
    try {
      work.run();
    } finally {
      COUNTS.remove();
    }
    return counts;
  }

  static DataSource around(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        var connection = super.getConnection();
        return COUNTS.get() == null ? connection : counting(connection);
      }
    };
  }

  private static Connection counting(Connection connection) {
    InvocationHandler handler =
        (proxy, method, args) -> {
          var result = call(connection, method, args);
          if (!method.getName().equals("prepareStatement")) return result;
          String sql = (String) args[0];
          return Proxy.newProxyInstance(
              StatementCount.class.getClassLoader(),
              new Class<?>[] {PreparedStatement.class},
              statement((Statement) result, sql));
        };
    return (Connection)
        Proxy.newProxyInstance(
            StatementCount.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private static InvocationHandler statement(Statement statement, String sql) {
    return (proxy, method, args) -> {
      var counts = COUNTS.get();
      if (counts != null && method.getName().startsWith("execute"))
        counts.merge(sql, 1, Integer::sum);
      return call(statement, method, args);
    };
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @TestConfiguration
  static class Configuration {

    @Bean
    static BeanPostProcessor countingDataSource() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? around(source) : bean;
        }
      };
    }
  }
}
