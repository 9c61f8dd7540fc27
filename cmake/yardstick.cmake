# What every target of the project has in common: warnings, sanitizers, the include root.

add_library(yardstick_options INTERFACE)
target_compile_options(yardstick_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # When it optimizes, GCC 12 sees overlapping copies in std::string::insert (its bug 105651) and uninitialized
  # members of temporaries in braced lists. Clang and the sanitizers look for both.
  target_compile_options(yardstick_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(YARDSTICK_WERROR)
  target_compile_options(yardstick_options INTERFACE -Werror)
endif()
if(YARDSTICK_SANITIZERS)
  target_compile_options(yardstick_options INTERFACE
    -fsanitize=${YARDSTICK_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(yardstick_options INTERFACE -fsanitize=${YARDSTICK_SANITIZERS})
endif()

# yardstick_module(NAME SOURCES... PUBLIC targets... PRIVATE targets...)
# A folder's library: yardstick_NAME, used as yardstick::NAME; headers are included from the root.
function(yardstick_module name)
  cmake_parse_arguments(MODULE "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(yardstick_${name} STATIC ${MODULE_SOURCES})
  add_library(yardstick::${name} ALIAS yardstick_${name})
  target_include_directories(yardstick_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(yardstick_${name} PUBLIC ${MODULE_PUBLIC} PRIVATE ${MODULE_PRIVATE} yardstick_options)
endfunction()

# yardstick_embed(TARGET FILE...): each data file becomes a string literal, to be included as embedded/NAME.inc, so
# that the program needs no files beside it.
function(yardstick_embed target)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file FILENAME name)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.inc)
    add_custom_command(
      OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUTPUT=${output}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
      DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
      COMMENT "Embedding ${file}")
    target_sources(${target} PRIVATE ${output})
  endforeach()
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
