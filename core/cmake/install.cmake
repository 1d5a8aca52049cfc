# `cmake --install build/native --prefix DIR`: the program, and the C++ libraries for `find_package(aftermint)`.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(TARGETS aftermint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(libraries core workshop host)
foreach(name IN LISTS libraries)
  set_target_properties(aftermint_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS aftermint_${name} EXPORT aftermint ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/include/ ${PROJECT_SOURCE_DIR}/workshop/include/
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(config ${CMAKE_INSTALL_LIBDIR}/cmake/aftermint)
install(EXPORT aftermint NAMESPACE aftermint:: FILE aftermintTargets.cmake DESTINATION ${config})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/aftermintConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/aftermintConfig.cmake INSTALL_DESTINATION ${config})
# Before 1.0 a new minor version may change the headers.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/aftermintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/aftermintConfig.cmake ${PROJECT_BINARY_DIR}/aftermintConfigVersion.cmake
        DESTINATION ${config})
